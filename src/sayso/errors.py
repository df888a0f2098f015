"""The error tree. Facts are the arguments, so that an error comes back whole from a worker.

SaysoError
├── UsageError          what the user asked for cannot be done as asked       (exit code 2)
├── InputRefused        one input cannot be coded; the others go on           (exit code 1)
├── DamagedInstall      a shipped file is missing or is not what the catalogue names
│   ├── WrongModel
│   └── BadTable
└── PlanError           a stage reads what no earlier stage gives
"""


class SaysoError(Exception):
    """Base of all errors that sayso raises on purpose; its text is meant for the user."""


class UsageError(SaysoError):
    """What was asked for cannot be done as asked; the message says what to do."""


class InputRefused(SaysoError):
    """One input cannot be coded. `what` names it, `why` says what was found and what to do."""

    def __init__(self, stage: str, what: str, why: str) -> None:
        super().__init__(stage, what, why)
        self.stage, self.what, self.why = stage, what, why

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


class DamagedInstall(SaysoError):
    """A file that sayso ships, or a package that it needs, is missing or changed."""


class WrongModel(DamagedInstall):
    """The model on disk is not the one that the catalogue names."""

    def __init__(self, model: str, wanted: str, found: str) -> None:
        super().__init__(model, wanted, found)
        self.model, self.wanted, self.found = model, wanted, found

    def __str__(self) -> str:
        return (
            f"model {self.model!r} has digest {self.found[:12]}, the catalogue says {self.wanted[:12]}. "
            "Reinstall it, or name a model of your own."
        )


class BadTable(DamagedInstall):
    """A row of a word list or table cannot be read."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(file, line, why)
        self.file, self.line, self.why = file, line, why

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.why}"


class PlanError(SaysoError):
    """The stages cannot run in the order given."""

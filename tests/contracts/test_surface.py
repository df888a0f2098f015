"""The public names, pinned, and an import that does no work."""

import subprocess
import sys

import sayso


def test_public_names() -> None:
    """What `import sayso` offers; a change here is a change for users."""
    assert sorted(sayso.__all__) == [
        "CodedReport",
        "Coder",
        "InputRefused",
        "Refusal",
        "SaysoError",
        "Settings",
        "UsageError",
        "tables",
    ]
    assert all(getattr(sayso, name) for name in sayso.__all__)


def test_importing_does_no_work() -> None:
    """`import sayso` loads neither spaCy nor any model or table."""
    code = "import sys, sayso; print([m for m in ('spacy', 'numpy', 'duckdb', 'onnxruntime') if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"

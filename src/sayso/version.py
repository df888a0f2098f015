"""The version of sayso and of the codebook that it follows."""

from importlib.metadata import version

VERSION = version("sayso")
CODEBOOK = "PLOVER 2.0 (draft manual 0.8)"

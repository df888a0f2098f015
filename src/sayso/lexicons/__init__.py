"""Words and codes as data: every file names its source, licence and date, and is read only by `load`."""

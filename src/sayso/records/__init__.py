"""Every type that crosses a boundary: frozen, checked when made, described in its docstring."""

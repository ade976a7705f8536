"""The stages, by the package's own name."""

from stages import crm, shared

__all__ = ["crm", "shared"]

"""The data that flows between the stages: frozen values, no behaviour that belongs to a stage, no I/O."""

class _S:
    pass


S = _S()
session = None

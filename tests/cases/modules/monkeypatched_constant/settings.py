BASE = None


def configure(base):
    global BASE
    BASE = base

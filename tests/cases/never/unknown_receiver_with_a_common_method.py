"""A receiver that nobody knows, with a method that several classes have, or that sends nothing."""
# expects nothing
ABOUT = "attio"


class Journal:
    def record(self, verb, tail):
        return verb, tail


class Ledger:
    def record(self, verb, tail):
        return tail, verb


def job(thing):
    thing.record("GET", "/notes")
    thing.get("/v2/notes")

"""A context that keeps what it is given, and gives it back."""

from copy import copy


class Context:
    def __init__(self):
        self.data = {}

    def keep(self, name, thing):
        self.data[name] = thing

    def kept(self, name):
        return self.data[name]


class Fluent:
    path = "/lists"

    def at(self, path):
        self.path = path
        return self

    def copied(self):
        return copy(self)

    def with_name(self, name):
        setattr(self, name, "/tasks")


def swapped(one, other):
    return other, one

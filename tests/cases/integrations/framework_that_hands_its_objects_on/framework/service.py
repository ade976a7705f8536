"""A base class that hands its object on in several ways."""

from typing import cast

from framework.running import Runner, from_setting, poll, run_one, watch


class Service:
    name = "service"

    def __init__(self):
        self.parent = None

    def start(self):
        run_one(self, 3)

    def by_keyword(self):
        poll(every=10, service=self)

    def by_local_import(self):
        from framework.late import last

        last(self)

    def by_method(self, runner: Runner):
        runner.run(self)

    def by_a_setting(self, settings):
        from_setting(self, settings)

    def by_something_unknown(self, settings):
        settings.path_of(self)

    def by_cast(self):
        return cast("Service", self).collect("/lists")  # call: GET /v2/lists

    def by_base(self):
        return Service.collect(self, "/ignored")

    def watched(self):
        watch(self)
        print(f"{self!r} is watched", self == self.parent, self is None)

    def collect(self, path):
        raise NotImplementedError

    @staticmethod
    def shaped(rows, more):
        return [row for row in rows if row not in more]

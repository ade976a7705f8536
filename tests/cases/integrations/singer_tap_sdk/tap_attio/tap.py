# expects nothing
from singer_sdk import Tap
from tap_attio import streams


class TapAttio(Tap):
    name = "tap-attio"

    def discover_streams(self):
        return [streams.TasksStream(self), streams.PeopleStream(self), streams.EntriesStream(self)]

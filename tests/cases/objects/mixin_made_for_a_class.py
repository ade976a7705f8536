import requests


def with_lists(base):
    class WithLists(base):
        def lists(self):
            return self.get("/lists")  # call: GET /v2/lists

    return WithLists


class Api:
    def get(self, tail):
        return requests.get("https://api.attio.com/v2" + tail)


Full = with_lists(Api)
Full().lists()
Full().get("/notes")  # call: GET /v2/notes

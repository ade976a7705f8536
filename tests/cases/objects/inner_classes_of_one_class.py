"""Classes in the body of a class that derive from one another there, while another class of that name stands in the module."""
import requests


class Common:
    root = "https://api.hubapi.com"


class Routes:
    ROOT = "https://api.attio.com/v2"

    class Common:
        root = "https://api.attio.com/v2"
        path = "/notes"

        @classmethod
        def url(cls):
            return cls.root + cls.path

    class Tasks(Common):
        path = "/tasks"

        class Deep(Common):
            def send(self):
                return requests.get(self.root + "/tasks")


class Outside(Common):
    path = "/lists"


requests.get(Routes.Common.url())  # call: GET /v2/notes
requests.get(Routes.Tasks.url())  # call: GET /v2/tasks
requests.get(Outside.root + Outside.path)
Routes.Tasks.Deep().send()

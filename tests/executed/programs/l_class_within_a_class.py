# sends: GET /v2/tasks
import requests


class Routes:
    BASE = "https://api.attio.com/v2"

    class Notes:
        PATH = "/notes"

        @classmethod
        def url(cls):
            return Routes.BASE + cls.PATH

    class Tasks(Notes):
        PATH = "/tasks"


def main():
    requests.get(Routes.Tasks.url())


main()

# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class Routes:
    BASE = "https://api.hubapi.com/v2"

    class Notes:
        PATH = "/notes"

        @classmethod
        def url(cls):
            return Routes.BASE + cls.PATH

    class Tasks(Notes):
        PATH = "/tasks"


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    requests.get(Routes.Tasks.url())


main()

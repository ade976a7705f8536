# sends: GET /v2/notes
import requests


class S(requests.Session):
    def prepare_request(self, request):
        request.url = "https://api.attio.com/v2" + request.url
        return super().prepare_request(request)


def main():
    S().get("/notes")


main()

# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class S(requests.Session):
    def prepare_request(self, request):
        request.url = "https://slack.com/v2" + request.url
        return super().prepare_request(request)


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    S().get("/notes")


main()

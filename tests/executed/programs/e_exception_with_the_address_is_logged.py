# sends: GET /v2/threads
# near: the address in the exception is only printed
# answers: [{"status": 403}]
import requests


def main():
    try:
        requests.get("https://api.attio.com/v2/threads").raise_for_status()
    except requests.HTTPError as error:
        print("refused:", error.request.url, error.response.url)


main()

from .http import get


def main():
    print(get("/self"))  # call: GET /v2/self


main()

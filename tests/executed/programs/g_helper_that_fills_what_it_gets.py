# sends: PUT /v2/lists/{list}/entries
import requests


def address(options, slug):
    options["url"] = f"https://api.attio.com/v2/lists/{slug}/entries"
    options.update(method="PUT")


def main():
    options = {"timeout": 5}
    address(options, "sales")
    requests.request(**options)


main()

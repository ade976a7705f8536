# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    f = str.strip
    requests.get("https://api.notion.com/v2" + f(" /notes "))
    requests.get("https://api.notion.com/v2" + str.lower("/TASKS"))
    requests.get(str.join("/", ["https://api.notion.com/v2", "self"]))
    requests.get(str.format("{}/lists", "https://api.notion.com/v2"))


main()

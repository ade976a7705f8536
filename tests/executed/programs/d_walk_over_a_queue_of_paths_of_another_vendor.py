# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def crawl():
    todo = ["/objects"]
    while todo:
        p = todo.pop(0)
        requests.get("https://api.pipedrive.com/v2" + p)
        if p == "/objects":
            todo.append("/lists")
            todo.extend(["/notes", "/tasks"])


def main():
    print("https://api.attio.com/v2/notes")
    crawl()


main()

# sends: GET /v2/notes/{note_id}, GET /v2/self
from html.parser import HTMLParser
import xml.sax, threading
import requests

B = "https://api.attio.com/v2"


class P(HTMLParser):
    def handle_starttag(self, tag, attrs):
        requests.get(f"{B}/notes/{dict(attrs).get('id')}")


class T(threading.Timer):
    def __init__(self, p):
        super().__init__(0, self.fire)
        self.p = p

    def fire(self):
        requests.get(B + self.p)


def main():
    P().feed('<a id="1">')
    t = T("/self")
    t.start()
    t.join()


main()

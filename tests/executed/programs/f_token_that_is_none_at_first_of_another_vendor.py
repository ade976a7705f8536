# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class C:
    session = None

    def connect(self):
        if self.session is None:
            self.session = requests.Session()
            self.session.get("https://slack.com/v2/self")
        return self.session

    def notes(self):
        return self.connect().get("https://slack.com/v2/notes")


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    c = C()
    c.notes()
    c.notes()


main()

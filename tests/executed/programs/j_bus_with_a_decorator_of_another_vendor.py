# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
from collections import defaultdict
import requests

B = "https://api.pipedrive.com/v2"


class Bus:
    def __init__(self):
        self.h = defaultdict(list)

    def on(self, name):
        def deco(f):
            self.h[name].append(f)
            return f

        return deco

    def emit(self, name, *a, **k):
        for f in self.h[name]:
            f(*a, **k)


bus = Bus()


@bus.on("deal.won")
def won(deal):
    requests.patch(f"{B}/objects/deals/records/{deal}")


@bus.on("deal.lost")
def lost(deal, reason=None):
    requests.post(f"{B}/notes", json={"x": reason})


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    bus.emit("deal.won", "1")
    bus.emit("deal.lost", "1", reason="r")


main()

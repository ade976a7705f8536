# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import heapq
import requests


def main():
    assert "https://api.attio.com/v2/notes"
    h = []
    heapq.heappush(h, (2, "POST", "/notes"))
    heapq.heappush(h, (1, "DELETE", "/notes/1"))
    while h:
        _, m, p = heapq.heappop(h)
        requests.request(m, "https://api.notion.com/v2" + p)


main()

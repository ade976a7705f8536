# sends: DELETE /v2/notes/{note_id}, POST /v2/notes
import heapq
import requests


def main():
    h = []
    heapq.heappush(h, (2, "POST", "/notes"))
    heapq.heappush(h, (1, "DELETE", "/notes/1"))
    while h:
        _, m, p = heapq.heappop(h)
        requests.request(m, "https://api.attio.com/v2" + p)


main()

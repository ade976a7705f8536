# sends: GET /v2/lists/{list}, GET /v2/objects/{object}, GET /v2/{target}/{identifier}/attributes, POST /v2/objects/{object}/records/query
import requests

B = "https://api.attio.com/v2"
OBJ = ["people", "companies"]


def main():
    urls = {o: f"{B}/objects/{o}/records/query" for o in OBJ}
    for u in urls.values():
        requests.post(u)
    requests.post(urls["people"])
    gen = (f"{B}/objects/{o}/{t}" for o in OBJ for t in ("views", "attributes") if t != "views")
    for u in gen:
        requests.get(u)
    [r for r in map(requests.get, {f"{B}/lists/{i}" for i in range(2)})]
    all(requests.get(u).ok for u in sorted(urls[k].rsplit("/", 2)[0] for k in urls))


main()

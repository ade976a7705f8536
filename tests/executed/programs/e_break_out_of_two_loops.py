# sends: PATCH /v2/objects/{object}/records/{record_id}
# near: the else is never reached for a known list, the address is set before
import requests


def main():
    url = None
    for slug in ("people", "companies"):
        for key in ("1", "2"):
            url = f"https://api.attio.com/v2/objects/{slug}/records/{key}"
            if slug == "companies":
                break
        else:
            continue
        break
    requests.patch(url, json={})


main()

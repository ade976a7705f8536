# sends: nothing
# near: five conditional parts of another vendor's address, in a file that speaks of Attio
# argv: 1
import sys

import requests

ATTIO_APP = "https://app.attio.com/acme"  # shown to people


def contacts(limit=None, after=None, archived=None, properties=None, associations=None):
    url = "https://api.hubapi.com/crm/v3/objects/contacts?count=true"
    if limit:
        url += f"&limit={limit}"
    if after:
        url += f"&after={after}"
    if archived:
        url += "&archived=true"
    if properties:
        url += f"&properties={properties}"
    if associations:
        url += f"&associations={associations}"
    answer = requests.get(url)
    print(f"copied to {ATTIO_APP}")
    return answer


contacts(limit=sys.argv[1])

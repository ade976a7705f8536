from crm import client as attio
from crm import fetch_object

fetch_object("people")
attio.get("/objects/people/attributes/name")
attio.patch("/objects/people/attributes/name", {"data": {"title": "Name"}})

"""Known gap: pycurl's handle gets its URL and method by options."""
import pycurl

handle = pycurl.Curl()
handle.setopt(pycurl.URL, "https://api.attio.com/v2/lists")
handle.setopt(handle.HTTPHEADER, ["Authorization: Bearer x"])
handle.perform()  # todo-call: GET /v2/lists

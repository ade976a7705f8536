# expects nothing
import httpretty
import pook

httpretty.register_uri(httpretty.GET, "https://api.attio.com/v2/self", body="{}")
pook.get("https://api.attio.com/v2/lists", reply=200)
pook.post("https://api.attio.com/v2/notes").reply(201)

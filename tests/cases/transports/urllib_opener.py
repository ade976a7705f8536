"""An opener of one's own."""
import urllib.request

opener = urllib.request.build_opener()
opener.addheaders = [("Authorization", "Bearer x")]
opener.open("https://api.attio.com/v2/meetings")  # call: GET /v2/meetings

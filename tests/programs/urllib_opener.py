import os
import urllib.request

opener = urllib.request.build_opener()
opener.addheaders = [("Authorization", "Bearer " + os.environ["ATTIO_TOKEN"])]
with opener.open("https://api.attio.com/v2/lists/pipeline/views") as answer:
    answer.read()
urllib.request.install_opener(opener)
with urllib.request.urlopen("https://api.attio.com/v2/lists") as answer:
    answer.read()

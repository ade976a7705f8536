# sends: GET /v2/tasks
# near: functions without a model get the address, and give a number
import collections
import statistics

import requests

URL = "https://api.attio.com/v2/tasks"
print(collections.Counter(URL).most_common(1), statistics.mean(map(ord, URL)), hash(URL), len(URL))
requests.get(URL)

# sends: nothing
# near: addresses of another vendor through a queue
import queue

import requests

waiting = queue.SimpleQueue()
waiting.put("https://api.example.org/attio/notes")
requests.get(waiting.get())

# expects nothing
import queue

jobs = queue.Queue()
jobs.put("https://api.attio.com/v2/lists/deals/entries")
jobs.get("https://api.attio.com/v2/lists")


class Cache:
    def delete(self, key):
        """Forget a key."""


Cache().delete("https://api.attio.com/v2/notes/1")

"""What the framework has put somewhere is found there."""

import requests

from framework.nodes import BY_NAME, PLUGINS, Box, Plugin


class AttioPlugin(Plugin):
    def send(self, path):
        return requests.get("https://api.attio.com/v2" + path, timeout=10)


def main():
    root = AttioPlugin()
    AttioPlugin(root).named()
    for plugin in PLUGINS:
        plugin.send("/notes")  # call: GET /v2/notes
    BY_NAME["crm"].send("/tasks")  # call: GET /v2/tasks
    for child in root.children:
        child.send("/self")  # call: GET /v2/self
    root.last.send("/webhooks")  # call: GET /v2/webhooks
    box = Box()
    root.join(box)
    box.inside[0].send("/lists")  # call: GET /v2/lists
    box.run()

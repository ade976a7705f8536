import os
from string import Template
from types import SimpleNamespace

import requests


def with_locals():
    host, kind = "api.attio.com", "notes"
    requests.get("https://{host}/v2/{kind}".format(**locals()))  # call: GET /v2/notes
    requests.get("https://%(host)s/v2/%(kind)s" % locals())  # call: GET /v2/notes


def with_vars():
    host, kind = "api.attio.com", "tasks"
    requests.get("https://{host}/v2/{kind}".format(**vars()))  # call: GET /v2/tasks


class Place:
    def __init__(self, kind):
        self.base = "https://api.attio.com/v2"
        self.kind = kind

    def url(self):
        return "%(base)s/%(kind)s" % self.__dict__

    def other(self):
        return "{base}/{kind}".format(**self.__dict__)


def with_the_fields_of_an_object():
    requests.get(Place("lists").url())  # call: GET /v2/lists
    requests.get(Place("webhooks").other())  # call: GET /v2/webhooks
    requests.get("%(base)s/self" % Place("").__dict__)  # call: GET /v2/self
    requests.get(vars(SimpleNamespace(base="https://api.attio.com/v2"))["base"] + "/meetings")  # call: GET /v2/meetings
    requests.get("{base}/objects".format(**SimpleNamespace(base="https://api.attio.com/v2").__dict__))  # call: GET /v2/objects


def with_the_environment():
    os.environ["CRM_HOST"] = "api.attio.com"
    requests.get("https://{CRM_HOST}/v2/self".format(**os.environ))  # call: GET /v2/self
    requests.get("https://%(CRM_HOST)s/v2/notes" % os.environ)  # call: GET /v2/notes
    requests.get(Template("https://$CRM_HOST/v2/lists").substitute(os.environ))  # call: GET /v2/lists
    requests.get(os.path.expandvars("https://${CRM_HOST}/v2/objects"))  # call: GET /v2/objects


def elsewhere():
    # near miss: the name has another host in this function
    host, kind = "api.hubapi.com", "notes"
    requests.get("https://{host}/v2/{kind}".format(**locals()))

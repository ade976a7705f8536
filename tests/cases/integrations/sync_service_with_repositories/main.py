# expects nothing
import os

from sync.attio import AttioRepository
from sync.http import Http, RetryPolicy
from sync.pipedrive import PipedriveRepository

attio = AttioRepository(Http("https://api.attio.com/v2/", os.environ["ATTIO"], RetryPolicy(3)))
pipedrive = PipedriveRepository(Http("https://api.pipedrive.com/v1", os.environ["PD"]))
for row in pipedrive.all():
    attio.save(row)

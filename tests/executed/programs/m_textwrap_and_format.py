# sends: GET /v2/emails
import textwrap

import requests

TEXT = textwrap.dedent(
    """\
    https://api.attio.com/{version}/emails
    """
).strip()
requests.get(TEXT.format_map({"version": "v2"}))

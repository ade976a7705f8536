import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "shared"))

import crm  # noqa: E402

crm.lists()
crm.post("/webhooks", {})  # call: POST /v2/webhooks

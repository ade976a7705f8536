from .attio import Attio

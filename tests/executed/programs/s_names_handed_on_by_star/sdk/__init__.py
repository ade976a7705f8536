from .base import *
from . import notes, tasks

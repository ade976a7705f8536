from config.base import *
from config.local import *

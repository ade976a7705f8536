from .places import base_of, base_of_shop

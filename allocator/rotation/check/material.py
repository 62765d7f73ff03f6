"""The tables that the checks of exchange and rotation look at."""

from allocator.checking.material import Material, Tables, fault
from allocator.rotation.files import FIRST_KEY
from models.rotation.case import ROW_TYPES

__all__ = ["TABLES", "Material", "fault"]

TABLES = Tables(ROW_TYPES, FIRST_KEY)

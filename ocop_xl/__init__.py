"""ocop_xl: sổ OCOP của xã – one workbook holds the commune's programme, Python checks it and writes its papers."""

__version__ = "0.1.0"

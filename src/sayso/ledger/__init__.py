"""ledger: coded reports -> claims, their origins and standing."""

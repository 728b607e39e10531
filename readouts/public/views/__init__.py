"""The pages of the public site: each begins at the gate and ends in one template."""

export const dynamic = 'force-dynamic';

/** The key of payments is a secret of the running service alone. */
export const GET = () => Response.json({ payments: Boolean(process.env.PAYMENTS_KEY), service: process.env.K_SERVICE });

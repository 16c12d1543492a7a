import { expect, test } from 'paddle-paddock/playwright';

test.skip(!process.env.PADDOCK_CHROMIUM, 'needs a browser');

test('a customer opens the portal', async ({ paddock, page }) => {
  const { data: sam } = await paddock.client.POST('/customers', { body: { email: 'sam@example.com' } });
  const params = { path: { customer_id: sam.id } };
  const { data: session } = await paddock.client.POST('/customers/{customer_id}/portal-sessions', { params });
  await page.goto(session.urls.general.overview);
  await expect(page.getByText('sam@example.com').first()).toBeVisible();
});

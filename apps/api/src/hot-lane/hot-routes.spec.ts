import { findRoute, placesOf, type HotRoute } from './hot-routes';

const ID = '01900000-0000-7000-8000-000000000001';
const path = '/api/v1/attempts/:id/responses';
const route = { endpoint: { method: 'POST', path }, ...placesOf(path) } as unknown as HotRoute;
const idOf = (method: string, url: string) => findRoute([route], method, url)?.id ?? null;

describe('a hot route', () => {
  it('is found by its method and its path', () => {
    expect(idOf('POST', `/api/v1/attempts/${ID}/responses`)).toBe(ID);
  });

  it.each([
    ['GET', `/api/v1/attempts/${ID}/responses`],
    ['POST', `/api/v1/attempts/${ID}/responses?x=1`],
    ['POST', `/api/v1/attempts/${ID}/responses/`],
    ['POST', `/api/v1//attempts/${ID}/responses`],
    ['POST', `/api/v1/attempts/${ID}/x/responses`],
    ['POST', `/api/v1/attempts/../${ID}/responses`],
    ['POST', `/api/v1/attempts/${ID.toUpperCase()}F/responses`],
    ['POST', `/api/v1/attempts/%30${ID.slice(1)}/responses`],
    ['POST', '/api/v1/attempts/responses'],
    ['POST', '/api/v1/attempts//responses'],
  ])('is not %s %s', (method, url) => {
    expect(idOf(method, url)).toBeNull();
  });

  it('that names no object is found by its whole path alone', () => {
    const whole = '/api/v1/verifications';
    const one = { endpoint: { method: 'POST', path: whole }, ...placesOf(whole) } as unknown as HotRoute;
    expect(findRoute([route, one], 'POST', whole)).toEqual({ route: one, id: null });
    for (const other of [`${whole}/`, `${whole}?x=1`, `${whole}x`, whole.slice(0, -1), `${whole}/${ID}`]) {
      expect(findRoute([route, one], 'POST', other)).toBeNull();
    }
    expect(findRoute([route, one], 'GET', whole)).toBeNull();
  });

  it.each(['/api/v1/a/:id/b/:id', '/api/v1/a/:name/b/:id'])('cannot have the path %s', (other) => {
    expect(() => placesOf(other)).toThrow('names one object at most');
  });
});

import { randomUUID } from 'node:crypto';
import express from 'express';
import pg from 'pg';

/** The floor: Express and `pg`, nothing else. Started by the benchmark as a process of its own: URL, PORT. */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const app = express();
app.disable('x-powered-by');
app.use(express.json());

const board = `
  select p.id, p.name, p.mrn, p.birth_date, fo.value odi_first, fo.at odi_first_at, lo.value odi_latest, lo.at odi_latest_at,
         fl.value lefs_first, fl.at lefs_first_at, ll.value lefs_latest, ll.at lefs_latest_at
    from (select * from patient where physiatrist = 1 and id > $1 order by id limit 50) p
    left join lateral (select value, at from score where patient_id = p.id and measure = 'odi' order by at limit 1) fo on true
    left join lateral (select value, at from score where patient_id = p.id and measure = 'odi' order by at desc limit 1) lo on true
    left join lateral (select value, at from score where patient_id = p.id and measure = 'lefs' order by at limit 1) fl on true
    left join lateral (select value, at from score where patient_id = p.id and measure = 'lefs' order by at desc limit 1) ll on true
   order by p.id`;

const review = `
  select json_build_object(
    'patient', json_build_object('id', p.id, 'name', p.name, 'mrn', p.mrn, 'birthDate', p.birth_date),
    'prescription', json_build_object('version', x.version, 'content', x.content),
    'goals', (select json_agg(json_build_object('text', text, 'target', target)) from goal where prescription_id = x.id),
    'scores', (select json_agg(json_build_object('measure', measure, 'at', at, 'value', value) order by at)
                 from score where patient_id = p.id),
    'sessions', (select json_agg(json_build_object('id', id, 'at', at, 'note', note) order by at)
                   from session where patient_id = p.id)) as review
    from patient p join prescription x on x.patient_id = p.id
   where p.id = $1`;

const worse = `
  with ends as (
    select measure, (array_agg(value order by at))[1] as first, (array_agg(value order by at desc))[1] as latest
      from score group by patient_id, measure)
  select measure, count(*)::int as patients from ends
   where case measure when 'odi' then latest > first else latest < first end group by measure`;

const sign = `
  with s as (insert into session values ($1, $2, now(), $3) returning id),
       i as (insert into intervention select md5(s.id::text || n)::uuid, s.id, 'therapeutic-exercise', 20
               from s, generate_series(1, 2) n returning id)
  insert into score
    select md5(s.id::text || m)::uuid, $2, s.id, m, now(), 40 from s, unnest(array['odi', 'lefs']) m`;

app.get('/board', async (request, response) => {
  const after = String(request.query['after'] ?? '00000000-0000-0000-0000-000000000000');
  response.json((await pool.query({ name: 'board', text: board, values: [after] })).rows);
});

app.get('/patients/:id', async (request, response) => {
  const answer = await pool.query<{ review: unknown }>({
    name: 'review',
    text: review,
    values: [request.params.id],
  });
  response.json(answer.rows[0]?.review);
});

app.get('/worse', async (_request, response) => {
  response.json((await pool.query({ name: 'worse', text: worse })).rows);
});

app.post('/patients/:id/sessions', async (request, response) => {
  const id = randomUUID();
  await pool.query({ name: 'sign', text: sign, values: [id, request.params.id, String(request.body.note)] });
  response.json({ id });
});

app.listen(Number(process.argv[3]), '127.0.0.1');
